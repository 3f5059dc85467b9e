"""Words and tables that the register's rules use; each file says where it comes from."""
