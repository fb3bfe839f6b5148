"""The tab *Số lượng khen*: the matrix of occasions, awards and kinds, and what a cell means."""
