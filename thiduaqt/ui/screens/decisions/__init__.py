"""Quyết định, sổ khen: decisions drafted, issued and reopened; the register of all awards."""
