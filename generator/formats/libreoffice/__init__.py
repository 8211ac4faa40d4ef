"""An installed LibreOffice, which lays out documents as Word does and reads formats of the past."""
