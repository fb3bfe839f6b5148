"""What is true of the records, whoever stores or shows them: no files, no SQL, no Qt, no clock."""
