"""Operation of a service: backup, health, logs, metrics, mail, checks of the deployment."""
