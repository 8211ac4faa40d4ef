"""Many workbooks in one go, in processes or on a cluster; one bad file never stops the others."""
