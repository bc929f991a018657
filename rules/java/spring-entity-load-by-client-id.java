package shop;

class OrderController {
    @GetMapping("/{id}")
    Order show(@PathVariable Long id) {
        // ruleid: spring-entity-load-by-client-id
        return orderRepository.findById(id).orElseThrow();
    }

    @PostMapping("/cancel")
    void cancel(@RequestParam("orderId") Long orderId) {
        // ruleid: spring-entity-load-by-client-id
        Order order = em.find(Order.class, orderId);
        order.cancel();
    }

    @DeleteMapping("/{id}")
    void remove(@PathVariable("id") String raw) {
        Long id = Long.parseLong(raw);
        // ruleid: spring-entity-load-by-client-id
        repo.deleteById(id);
    }

    @GetMapping("/{id}")
    Order showFixed(@PathVariable Long id, @AuthenticationPrincipal User me) {
        // ok: spring-entity-load-by-client-id
        return orderRepository.findByIdAndOwnerId(id, me.getId()).orElseThrow();
    }

    @PreAuthorize("@orders.owns(#id, authentication)")
    @DeleteMapping("/{id}")
    void removeFixed(@PathVariable Long id) {
        // ok: spring-entity-load-by-client-id
        repo.deleteById(id);
    }

    @GetMapping("/{id}/note")
    String note(@PathVariable Long id, Principal me) {
        // ok: spring-entity-load-by-client-id
        Order order = repo.findById(id).orElseThrow();
        if (!order.getOwner().equals(me.getName())) {
            throw new NotFoundException();
        }
        return order.getNote();
    }

    Order next(Job job) {
        // ok: spring-entity-load-by-client-id
        return repo.findById(job.orderId()).orElseThrow();
    }
}
