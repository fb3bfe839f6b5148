"""Thông tin chung: what a movement is, and the plan that carries it."""
