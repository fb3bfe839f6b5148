"""Printing certificates: queue, preview, calibration."""
