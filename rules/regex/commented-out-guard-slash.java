class OrderController {
    // ruleid: commented-out-guard-slash
    // @PreAuthorize("hasRole('ADMIN')")
    @DeleteMapping("/{id}")
    public void remove(@PathVariable Long id) {
        orders.deleteById(id);
    }

    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(a -> a
            // ruleid: commented-out-guard-slash
            // .requestMatchers("/admin/**").hasRole("ADMIN")
            .anyRequest().permitAll()).build();
    }

    // ok: commented-out-guard-slash
    // @GetMapping("/old")
    public void other() {}
}
