"""Operating the service: backup, health, logs, metrics, mail, and checks of the deployment."""
