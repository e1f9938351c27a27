"""Takes due jobs and does them: chores of ours, deliveries through the Messenger."""
