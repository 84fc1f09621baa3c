package dev.mvstudio.application.badsample;

class PromptHelper {}
