"""Bundles in and out: the only place that knows the wire format."""
