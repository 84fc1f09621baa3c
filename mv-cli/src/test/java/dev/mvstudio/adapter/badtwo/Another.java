package dev.mvstudio.adapter.badtwo;

public class Another {}
