from django.db import migrations

from reports.content.optional_tables import LeaveModel


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0043_reading_editions'),
    ]

    operations = [
        LeaveModel('ImportRecord', app='reports.exchange'),
    ]
