"""A session begun from another: next month's, a copy, an extraordinary one."""
