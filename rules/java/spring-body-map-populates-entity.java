package shop;

class ProfileController {
    @PatchMapping("/me")
    User patch(@RequestBody Map<String, Object> changes) throws Exception {
        User user = current();
        // ruleid: spring-body-map-populates-entity
        BeanUtils.populate(user, changes);
        return repo.save(user);
    }

    @PatchMapping("/orders/{id}")
    Order patchOrder(@PathVariable Long id, @RequestBody String json) throws Exception {
        Order order = repo.get(id);
        // ruleid: spring-body-map-populates-entity
        mapper.readerForUpdating(order).readValue(json);
        return repo.save(order);
    }

    @PatchMapping("/me")
    User patchFixed(@RequestBody ProfileInput in) {
        User user = current();
        // ok: spring-body-map-populates-entity
        user.setEmail(in.email());
        return repo.save(user);
    }

    void importSettings(Map<String, Object> defaults) throws Exception {
        // ok: spring-body-map-populates-entity
        BeanUtils.populate(settings, defaults);
    }
}
