"""Papers for the tests of reading: renderers in the manner of real documents, and invented ones with their answers."""
