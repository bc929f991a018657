class OrdersController < ApplicationController
  def update
    # ruleid: rails-unsafe-hash-into-model
    @order.update(params[:order].to_unsafe_h)
  end

  def create
    attributes = params.to_unsafe_hash
    # ruleid: rails-unsafe-hash-into-model
    Order.create!(attributes)
  end

  def replace
    # ruleid: rails-unsafe-hash-into-model
    current_user.orders.build(params.permit!)
  end

  def update_fixed
    # ok: rails-unsafe-hash-into-model
    @order.update(params.require(:order).permit(:note))
  end

  def create_fixed
    attributes = params.to_unsafe_h.slice("note", "amount")
    # ok: rails-unsafe-hash-into-model
    Order.create!(attributes)
  end

  def log
    # ok: rails-unsafe-hash-into-model
    Rails.logger.info(params.to_unsafe_h)
  end
end
