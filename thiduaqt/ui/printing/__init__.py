"""Pages in millimetres on screen, in PDF files and on printers."""
