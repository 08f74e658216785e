package com.acme;

import dev.countersign.Secret;
import dev.countersign.SecretSet;

@SecretSet
record Options(@Secret("Token") String token, @Secret("Key") byte[] key) {}
