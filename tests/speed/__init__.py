"""What a run costs against the floor: the bare text of the same files by pdfium."""
