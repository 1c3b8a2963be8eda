"""The parts of the page: markup that escapes everything, the field, an applicant, the documents."""
