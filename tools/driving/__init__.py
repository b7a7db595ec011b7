"""Driving the real window: what the tour, the monkey and the list of first things share."""
