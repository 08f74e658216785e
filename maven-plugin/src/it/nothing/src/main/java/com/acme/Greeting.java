package com.acme;

record Greeting(String name) {}
