"""New sessions made from earlier ones: the next month's, a copy, an extraordinary one."""
