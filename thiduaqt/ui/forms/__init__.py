"""Forms: fields from a list of :class:`~thiduaqt.ui.forms.fields.FieldSpec`."""
