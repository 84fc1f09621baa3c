package dev.mvstudio.domain.provider;

/**
 * What is needed to ask for a generation that was started, by this process or by another one years later.
 *
 * @param backend the configured generator that started it
 * @param account the name of the account that pays, as configured; never a credential
 * @param model the model that runs
 * @param id the provider's own identifier, other than that of any other generation of this backend
 */
public record Ticket(Backend backend, String account, Model model, String id) {}
