"""Phong trào, tiêu chí: the movements of the office and what their plans say."""
