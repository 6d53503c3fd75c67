"""The reference universe: countries, firms, goods, agencies and markets that news names."""
