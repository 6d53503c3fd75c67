"""knockon: news to a typed event graph that says who is exposed, and on whose word."""
