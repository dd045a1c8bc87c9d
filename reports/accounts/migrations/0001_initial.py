import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from reports.content.optional_tables import AdoptModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('reports', '0047_accounts_leaves'),
    ]

    operations = [
        AdoptModel(
            name='SignInAttempts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte du nom')),
                ('since', models.DateTimeField(db_index=True, verbose_name='depuis')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='essais')),
                ('locked_at', models.DateTimeField(blank=True, null=True, verbose_name='bloqué le')),
            ],
            options={
                'verbose_name': 'essais de connexion',
                'verbose_name_plural': 'essais de connexion',
                'db_table': 'reports_signinattempts',
            },
        ),
        AdoptModel(
            name='AccountSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(max_length=40, unique=True, verbose_name='clé')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='ouverte le')),
                ('seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='active le')),
                ('browser', models.CharField(blank=True, max_length=200, verbose_name='navigateur')),
                ('address', models.CharField(blank=True, max_length=45, verbose_name='adresse IP')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='account_sessions', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'db_table': 'reports_accountsession',
                'ordering': ['-seen_at'],
            },
        ),
        AdoptModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte du lien')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='faite le')),
                ('expires_at', models.DateTimeField(verbose_name='expire le')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='utilisée le')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='faite par')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'db_table': 'reports_invitation',
            },
        ),
        AdoptModel(
            name='Identity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('issuer', models.CharField(max_length=500, verbose_name='fournisseur')),
                ('subject', models.CharField(max_length=255, verbose_name='identifiant chez lui')),
                ('bound_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='reliée le')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='identity', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'identité',
                'verbose_name_plural': 'identités',
                'db_table': 'reports_identity',
                'constraints': [models.UniqueConstraint(fields=('issuer', 'subject'), name='one_account_for_each_identity')],
            },
        ),
    ]
