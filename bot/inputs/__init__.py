"""What people type, read into values: dates, names, commands, the guard for CPR numbers."""
