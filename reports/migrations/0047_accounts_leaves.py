from django.db import migrations

from reports.content.optional_tables import LeaveModel


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0046_another_approver'),
    ]

    operations = [
        LeaveModel('AccountSession', app='reports.accounts'),
        LeaveModel('Identity', app='reports.accounts'),
        LeaveModel('Invitation', app='reports.accounts'),
        LeaveModel('SignInAttempts', app='reports.accounts'),
    ]
