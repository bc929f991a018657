class OrdersController < ApplicationController
  def remove_many
    # ruleid: rails-bulk-ids-unscoped
    Order.where(id: params[:ids]).destroy_all
  end

  def archive
    # ruleid: rails-bulk-ids-unscoped
    Order.where(id: params[:order_ids]).update_all(archived: true)
  end

  def destroy_many
    # ruleid: rails-bulk-ids-unscoped
    Order.destroy(params[:ids])
  end

  def remove_many_fixed
    # ok: rails-bulk-ids-unscoped
    current_user.orders.where(id: params[:ids]).destroy_all
  end

  def archive_fixed
    # ok: rails-bulk-ids-unscoped
    policy_scope(Order).where(id: params[:order_ids]).update_all(archived: true)
  end

  def purge(expired)
    # ok: rails-bulk-ids-unscoped
    Order.where(id: expired).delete_all
  end
end
