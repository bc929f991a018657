from django import forms
from rest_framework import serializers


class AccountSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ruleid: django-all-fields-writable
        fields = "__all__"


class PublicAccountSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: django-all-fields-writable
        fields = ["id", "name"]
        read_only_fields = ["id"]


class AccountForm(forms.ModelForm):
    class Meta:
        model = Account
        # ruleid: django-all-fields-writable
        fields = "__all__"


class WithReadOnly(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: django-all-fields-writable
        fields = "__all__"
        read_only_fields = ["owner", "balance"]
