# What a password may not resemble is named by this word.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('storage', '0014_arrivals'),
    ]

    operations = [
        migrations.AlterField(
            model_name='user',
            name='name',
            field=models.CharField(max_length=150, unique=True, verbose_name='имя'),
        ),
    ]
