package shop;

class UserController {
    @PostMapping("/users")
    User create(@Valid @RequestBody User user) {
        // ruleid: spring-request-body-entity-saved
        return userRepository.save(user);
    }

    @PutMapping("/orders/{id}")
    Order replace(@PathVariable Long id, @RequestBody Order order) {
        order.setId(id);
        // ruleid: spring-request-body-entity-saved
        return repo.saveAndFlush(order);
    }

    @PostMapping("/users")
    User createFixed(@Valid @RequestBody UserInput input) {
        User user = new User(input.name(), input.email());
        // ok: spring-request-body-entity-saved
        return userRepository.save(user);
    }

    @PutMapping("/orders/{id}")
    Order replaceFixed(@PathVariable Long id, @RequestBody OrderRequest body, Principal me) {
        Order order = repo.findByIdAndOwner(id, me.getName());
        order.setNote(body.note());
        // ok: spring-request-body-entity-saved
        return repo.save(order);
    }

    @PostMapping("/render")
    String render(@RequestBody Page page) {
        // ok: spring-request-body-entity-saved
        return renderer.render(page);
    }
}
