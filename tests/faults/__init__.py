"""Bad files whose names say what is wrong with them; `python -m tests.faults FOLDER` writes them."""
