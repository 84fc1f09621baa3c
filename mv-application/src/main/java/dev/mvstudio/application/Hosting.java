package dev.mvstudio.application;

import dev.mvstudio.application.asset.Storage;
import dev.mvstudio.application.provider.Checkups;
import dev.mvstudio.application.provider.HearNotices;
import dev.mvstudio.application.webhook.DeadLetters;
import dev.mvstudio.application.webhook.WebhookOrders;

/**
 * What a program needs beside the use cases that serves a studio to others.
 *
 * @param checkups whether what the adapters depend on is well
 * @param storage whether all nodes have the same files
 * @param webhooks takes callers' wishes to be told of their jobs
 * @param notices hears what providers tell by themselves
 * @param deadLetters messages that nobody took
 */
public record Hosting(
        Checkups checkups, Storage storage, WebhookOrders webhooks, HearNotices notices, DeadLetters deadLetters) {}
