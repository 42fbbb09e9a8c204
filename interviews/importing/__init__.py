"""An agenda that was read becomes rows: proposed, compared with what is there, kept, undone."""
