import django.db.models.deletion
from django.db import migrations, models

from reports.content.optional_tables import AdoptModel, copy_permissions


def copy_import_permissions(apps, schema_editor):
    copy_permissions(apps, 'reports_exchange', 'importrecord', 'import')


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('reports', '0044_exchange_leaves'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        AdoptModel(
            name='ImportRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_name', models.CharField(max_length=255, verbose_name='fichier')),
                ('source_digest', models.CharField(help_text='SHA-256 du texte, encodage réparé.', max_length=64, verbose_name='empreinte de la source')),
                ('body_digest', models.CharField(help_text='SHA-256 de ce que l’import a écrit.', max_length=64, verbose_name='empreinte du corps')),
                ('acknowledged', models.TextField(blank=True, help_text='Raison donnée pour importer le bilan tel quel.', verbose_name='constats assumés')),
                ('warnings', models.JSONField(default=list, verbose_name='avertissements')),
                ('imported_at', models.DateTimeField(auto_now=True, verbose_name='importé le')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='import_record', to='reports.annualreportpage', verbose_name='bilan')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'db_table': 'reports_importrecord',
            },
        ),
        migrations.RunPython(copy_import_permissions, migrations.RunPython.noop),
    ]
