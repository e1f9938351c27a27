"""Use cases: one public function a verb, one transaction each; no Slack, no words."""
