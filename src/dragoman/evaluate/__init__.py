"""Measures the coder against hand-coded reports, and holds the measured quality with floors."""
