"""The rendered files become a package on disk: verified, swapped in whole, recorded."""
