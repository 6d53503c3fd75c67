"""What knockon costs beside bare libraries and databases; `make bench` and `make bench-store`."""
