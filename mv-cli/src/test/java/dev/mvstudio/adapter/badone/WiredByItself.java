package dev.mvstudio.adapter.badone;

import jakarta.inject.Singleton;

@Singleton
class WiredByItself {}
