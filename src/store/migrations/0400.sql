-- A provider is a party of a case once a court has authorised it, no longer from the grant on.
update case_file set provider = null where state in ('granted', 'authorisation-refused');
